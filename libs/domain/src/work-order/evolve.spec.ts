import { evolve, type WorkOrderState } from './evolve';
import type { NewWorkOrderEvent } from './history/event-data';
import { STANDARD_KINDS } from './kinds/standard-kinds';
import type { WorkOrderKind } from './kinds/vocabulary';

const AT = new Date('2026-03-02T02:00:00Z');

const begun = (kind: WorkOrderKind): WorkOrderState => ({
  kind,
  kindVersion: 1,
  stage: 'received',
  owner: 'centre',
  responsible: 'li',
  fields: {},
  incomplete: false,
  attachments: [],
  cycle: 1,
  paused: false,
  urged: 0,
});

/** The state after events, each of which must be allowed. */
function after(kind: WorkOrderKind, ...events: readonly NewWorkOrderEvent[]): WorkOrderState {
  return events.reduce((state, event) => {
    const evolved = evolve(STANDARD_KINDS[kind], state, event, AT);
    if (!evolved.ok) throw new Error(`${event.type} is not allowed in ${evolved.refusal.stage}`);
    return evolved.state;
  }, begun(kind));
}

const assigned = (department: string): NewWorkOrderEvent => ({ type: 'assigned', data: { department } });
const accepted: NewWorkOrderEvent = { type: 'accepted', data: { assignee: 'wang' } };
const answered: NewWorkOrderEvent = { type: 'answered', data: { result: 'done' } };
const closed: NewWorkOrderEvent = { type: 'closed', data: { result: 'ended' } };

describe('the state of a work order', () => {
  it('goes with an assignment to the department, and with its answer back to the centre', () => {
    expect(after('complaint', assigned('business'), accepted)).toMatchObject({
      stage: 'accepted',
      owner: 'business',
      assignee: 'wang',
      lastDepartment: 'business',
    });
    expect(after('complaint', assigned('business'), accepted, answered)).toMatchObject({
      stage: 'answered',
      owner: 'centre',
      assignee: undefined,
      result: 'done',
    });
  });

  it('goes back to the department that gave an insufficient result', () => {
    const sentBack: NewWorkOrderEvent = { type: 'sent-back', data: { reason: 'no cause' } };
    expect(after('query', assigned('business'), answered, sentBack)).toMatchObject({
      stage: 'accepted',
      owner: 'business',
    });
  });

  it('keeps who took it in responsible until somebody else is named', () => {
    expect(after('query', assigned('business'), accepted).responsible).toBe('li');
    const moved: NewWorkOrderEvent = { type: 'responsibility-moved', data: { to: 'zhao', reason: 'leave' } };
    expect(after('query', moved).responsible).toBe('zhao');
  });

  it('begins another cycle when it is opened again', () => {
    const reopened: NewWorkOrderEvent = { type: 'reopened', data: { reason: 'dissatisfied' } };
    const told: NewWorkOrderEvent = { type: 'customer-told', data: { how: 'phone' } };
    expect(after('consultation', told, closed)).toMatchObject({ stage: 'closed', closedAt: AT, toldAt: AT });
    const again = after('consultation', told, closed, reopened);
    expect(again).toMatchObject({ stage: 'received', cycle: 2, owner: 'centre' });
    expect([again.closedAt, again.toldAt]).toEqual([undefined, undefined]);
  });

  it('stands still while paused, and no longer once it is closed', () => {
    const paused: NewWorkOrderEvent = { type: 'paused', data: { reason: 'papers' } };
    expect(after('suggestion', paused).paused).toBe(true);
    expect(after('suggestion', paused, closed).paused).toBe(false);
  });

  it('of a fault passes the field', () => {
    const dispatched: NewWorkOrderEvent = {
      type: 'dispatched',
      data: { leader: 'sun', phone: '+8613900010001', departedAt: AT.toISOString() },
    };
    const field = [assigned('repair'), dispatched, { type: 'arrived', data: {} } as const];
    expect(after('fault', ...field).stage).toBe('on-site');
    expect(after('fault', ...field, { type: 'restored', data: {} })).toMatchObject({
      stage: 'restored',
      owner: 'centre',
    });
  });

  it.each([
    ['complaint', closed, ['decided', 'answered', 'told']],
    ['fault', { type: 'decided', data: { decision: 'x' } } as const, []],
    ['query', accepted, ['assigned']],
    ['suggestion', { type: 'reopened', data: { reason: 'x' } } as const, ['closed']],
  ] as const)(
    'of a new %s refuses what its kind does not let happen, telling where it may',
    (kind, event, allowed) => {
      expect(evolve(STANDARD_KINDS[kind], begun(kind), event, AT)).toEqual({
        ok: false,
        refusal: { event: event.type, stage: 'received', allowedIn: allowed },
      });
    },
  );
});
