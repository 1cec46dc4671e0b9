"""What a seat is asked between tables: which acts to commit this month, whether to talk."""

from __future__ import annotations

from typing import NamedTuple

from monazite.messages import EVERYBODY, REGISTRAR, Envelope, mandate, session, speech, trade
from monazite.posts import Post, write_reason


class Option(NamedTuple):
    """One act that may be done now."""

    act: int
    """Act of protocol/messages/mandate.proto."""
    office: int
    """Office whose lever it is; OFFICE_NONE for a company."""
    value: float
    """Against doing nothing. Unit: M."""
    on_the_desk: bool
    """Whether the office has taken the matter up this month; the others may be done all the same."""
    amount: float
    """Size where it has one: t of NdPr for a release of stock."""

    @property
    def name(self) -> str:
        """As in mandate.proto, in small letters: "direct_feed_half"."""
        return str(mandate.Act.Name(self.act)).replace("ACT_", "").lower()

    @property
    def office_name(self) -> str:
        """As in mandate.proto, in small letters: "commerce"."""
        return str(mandate.Office.Name(self.office)).replace("OFFICE_", "").lower()


class Question:
    """A brief that asks for acts (each month) or about an invitation to talk."""

    def __init__(
        self, message: Envelope, seated: session.Seated, carriage: session.Carriage, asker: int = 0
    ) -> None:
        """From the brief's envelope. asker: who last asked this seat for talks; 0: nobody."""
        self.message = message
        self.invitation: bool = message.brief.purpose == mandate.Brief.PURPOSE_INVITATION
        """True: the other side asks for talks. False: the month's acts."""
        self.options: list[Option] = [
            Option(o.act, o.office, o.value_musd, o.on_the_desk, o.amount)
            for o in message.brief.acts
            if o.act != mandate.ACT_NONE
        ]
        """The acts, or (to an invitation) accepting and refusing, with their values."""
        self._seated = seated
        self._carriage = carriage
        self._asker = asker

    def reply(self, accepted: bool, *, note: str = "") -> Post:
        """Answers an invitation: talks begin, or they do not. Raises ValueError if there is none."""
        if not self.invitation:
            raise ValueError("nobody has asked for talks; do() commits acts")
        envelope = self._envelope(self._asker or self._seated.other_government)
        envelope.consultation_reply.accepted = accepted
        write_reason(envelope.consultation_reply.reason, None, note)
        return Post(envelope)

    def do(self, *options: Option, note: str = "") -> list[Post]:
        """Commits these acts, in this order, and nothing more; none at all: does nothing.

        note: for the record alone. Raises ValueError when the question is an invitation.
        """
        if self.invitation:
            raise ValueError("an invitation is answered with reply()")
        posts = [Post(self._act(option, note)) for option in options]
        last = self._envelope(REGISTRAR)
        last.no_act.SetInParent()
        if not options:
            write_reason(last.no_act.reason, None, note)
        return [*posts, Post(last)]

    def _envelope(self, to: int) -> Envelope:
        return Envelope(to=to, conversation=self.message.conversation)

    def _act(self, option: Option, note: str) -> Envelope:
        """The message that commits an act, as write_act() of agents/parties/acts.cpp writes it."""
        act, office = option.act, option.office
        if mandate.ACT_REQUEST_HOLD_BACK <= act <= mandate.ACT_DIRECT_FEED_STOP:
            envelope = self._envelope(self._seated.irel)
            envelope.directive.CopyFrom(trade.Directive(office=office, act=act))  # type: ignore[arg-type]
            reason = envelope.directive.reason
        elif mandate.ACT_NOTIFY_HALF <= act <= mandate.ACT_NOTIFY_LIFT:
            envelope = self._envelope(REGISTRAR)
            announcement = envelope.policy_announcement
            announcement.kind = trade.PolicyAnnouncement.KIND_EXPORT_NOTIFICATION
            announcement.act, announcement.office = act, office  # type: ignore[assignment]
            reason = announcement.reason
        elif act == mandate.ACT_LEAK:
            envelope = self._envelope(EVERYBODY)
            report = envelope.press_report
            report.topic = speech.PressReport.TOPIC_LEAKED_POSITION
            report.credibility = self._carriage.leak_credibility
            report.leaked_by = self._seated.seat
            report.office = office  # type: ignore[assignment]
            reason = report.reason
        elif act == mandate.ACT_RELEASE_STOCK:
            envelope = self._envelope(REGISTRAR)
            envelope.stock_release.office = office  # type: ignore[assignment]
            envelope.stock_release.ndpr_t = option.amount
            reason = envelope.stock_release.reason
        elif act in (mandate.ACT_ASK_CONSULTATION, mandate.ACT_ASK_RENEGOTIATION):
            partner = act == mandate.ACT_ASK_RENEGOTIATION
            envelope = self._envelope(self._seated.partner if partner else self._seated.other_government)
            envelope.consultation_request.office = office  # type: ignore[assignment]
            reason = envelope.consultation_request.reason
        else:
            raise ValueError(f"{option.name} is not an act that can be committed")
        reason.office = office  # type: ignore[assignment]
        write_reason(reason, None, note)
        return envelope
