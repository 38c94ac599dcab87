// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// The notes on this device, in IndexedDB. A row holds nothing readable:
//   note_key, order, what ("observation" or "check-in"), made (a day), state, sealed (until it is sent), reply (the
//   key of the private link, where somebody wants to hear back).

const NAME = "houvast-note";
const ROWS = "notes";

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(ROWS, { keyPath: "note_key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function within(mode, act) {
  const base = await open();
  try {
    return await new Promise((done, failed) => {
      const turn = base.transaction(ROWS, mode);
      const asked = act(turn.objectStore(ROWS));
      turn.oncomplete = () => done(asked.result);
      turn.onerror = turn.onabort = () => failed(turn.error);
    });
  } finally {
    base.close();
  }
}

/** All notes, the oldest first. */
export async function all() {
  const rows = await within("readonly", (rows) => rows.getAll());
  return rows.sort((a, b) => a.order - b.order);
}

/** Keep a note; one with the same key is replaced. */
export function keep(row) {
  return within("readwrite", (rows) => rows.put(row));
}

/** Erase a note. */
export function erase(noteKey) {
  return within("readwrite", (rows) => rows.delete(noteKey));
}
