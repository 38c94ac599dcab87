// SPDX-FileCopyrightText: 2026 The Houvast contributors
// SPDX-License-Identifier: EUPL-1.2
// The service worker of the noting page: keeps its files and its empty form, so that it opens without a connection.
// It keeps no answer with anybody's data: only the files that are listed, and the form as the server makes it for devices.

const PATIENCE = 5000;
const { version, page, shell, files } = self.HOUVAST;
const CACHE = `houvast-note-${version}`;

async function keepShell(cache) {
  const answer = await fetch(shell, { credentials: "same-origin", cache: "no-store" });
  if (answer.ok && !answer.redirected) await cache.put(shell, answer);
  return answer.ok && !answer.redirected;
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
  if (!(await keepShell(cache))) throw new Error("the form could not be fetched");
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith("houvast-note-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function openPage(event) {
  const cache = await caches.open(CACHE);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(event.request, { signal: stop.signal });
    if (answer.ok) event.waitUntil(keepShell(cache).catch(() => false));
    return answer;
  } catch {
    return (await cache.match(shell)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

async function openFile(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && address.pathname === page) event.respondWith(openPage(event));
  else if (files.includes(address.pathname + address.search)) event.respondWith(openFile(event.request));
});
