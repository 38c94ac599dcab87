# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the demo of noticing a whole year, made once, in which something rises and something is silent?"""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone

from houvast.actions.notice.demo import make_notice_demo
from houvast.domain.week import WEEK, monday_of
from houvast.exchange.notice_demo_pack import read_notice_demo_pack
from houvast.store.models import Area, CheckIn, InboxMessage, Observation, Round, Theme, Trigger

pytestmark = pytest.mark.django_db


def test_everything_is_there_once() -> None:
    make_notice_demo(rng=np.random.default_rng(1))
    counts = [model.objects.count() for model in (Area, Theme, Observation, CheckIn, Round, Trigger, InboxMessage)]
    assert all(counts)
    make_notice_demo(rng=np.random.default_rng(2))
    assert counts == [m.objects.count() for m in (Area, Theme, Observation, CheckIn, Round, Trigger, InboxMessage)]


def test_a_theme_rises_and_a_neighbourhood_is_silent() -> None:
    make_notice_demo(rng=np.random.default_rng(1))
    pack, now = read_notice_demo_pack(), monday_of(timezone.localdate())
    areas = list(Area.objects.filter(kind="neighbourhood").order_by("id"))
    rising = Observation.objects.filter(area=areas[pack.rise["area"]], theme__code=pack.rise["theme"])
    recent = rising.filter(week__gt=now - pack.rise["weeks"] * WEEK).count()
    assert recent >= pack.rise["weeks"] * pack.rise["extra_a_week"]
    assert rising.filter(week__lte=now - pack.rise["weeks"] * WEEK).count() < recent * 3
    silent = Observation.objects.filter(area=areas[pack.silent["area"]])
    assert silent.exists()
    assert not silent.filter(week__gt=now - pack.silent["weeks"] * WEEK).exists()


def test_old_words_are_gone_as_in_a_real_installation() -> None:
    make_notice_demo(rng=np.random.default_rng(1))
    old = Observation.objects.filter(entered_week__lt=timezone.localdate() - timedelta(weeks=28))
    assert old.exists()
    assert not old.exclude(seen="").exists()


def test_neighbours_know_each_other() -> None:
    make_notice_demo(rng=np.random.default_rng(1))
    near = dict(Area.objects.values_list("code", "neighbours"))
    assert all(code in near[other] for code, others in near.items() for other in others)
    assert any(near.values())
