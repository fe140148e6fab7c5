import type { MeetingActionView, MeetingView } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import type { Meeting, MeetingAction } from './meetings.port';

export function toActionView(action: MeetingAction, now: Date): MeetingActionView {
  const { id, chairNumber: _chair, settledAt, ...facts } = action;
  return {
    ...facts,
    actionId: id,
    overdue: action.state === 'open' && action.dueOn < localDateAt(now),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}

export function toMeetingView(meeting: Meeting, now: Date): MeetingView {
  const { id, startsAt, createdAt: _createdAt, createdBy: _createdBy, recordedAt, ...facts } = meeting;
  return {
    ...facts,
    meetingId: id,
    startsAt: startsAt.toISOString(),
    attendees: meeting.attendees.map((attendee) => ({ ...attendee })),
    decisions: meeting.decisions.map((text) => ({ text })),
    actions: meeting.actions.map((action) => toActionView(action, now)),
    ...(recordedAt && { recordedAt: recordedAt.toISOString() }),
  };
}
