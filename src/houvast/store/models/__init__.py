# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables, by subject."""

from houvast.store.models.conversation import BackgroundOption as BackgroundOption
from houvast.store.models.conversation import BackgroundQuestion as BackgroundQuestion
from houvast.store.models.conversation import Conversation as Conversation
from houvast.store.models.conversation import ConversationText as ConversationText
from houvast.store.models.conversation import ModerationDecision as ModerationDecision
from houvast.store.models.conversation import Statement as Statement
from houvast.store.models.conversation import StatementTranslation as StatementTranslation
from houvast.store.models.conversation import Tally as Tally
from houvast.store.models.participation import BackgroundAnswer as BackgroundAnswer
from houvast.store.models.participation import Erasure as Erasure
from houvast.store.models.participation import Exposure as Exposure
from houvast.store.models.participation import Invitation as Invitation
from houvast.store.models.participation import Participant as Participant
from houvast.store.models.participation import PerceivedView as PerceivedView
from houvast.store.models.participation import Vote as Vote
from houvast.store.models.people import AuditRecord as AuditRecord
from houvast.store.models.people import StaffMember as StaffMember
from houvast.store.models.results import LandscapeSnapshot as LandscapeSnapshot
from houvast.store.models.results import Promise as Promise
from houvast.store.models.results import Publication as Publication
from houvast.store.models.results import ReportBack as ReportBack
from houvast.store.models.results import RoutingModel as RoutingModel
from houvast.store.models.results import WorkClaim as WorkClaim
