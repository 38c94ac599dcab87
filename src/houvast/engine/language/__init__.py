# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short Dutch and English text: does it name somebody, is it said already, is it a good statement?"""
