# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the worker remember of an open conversation? Its votes, and which ids it may have missed."""
