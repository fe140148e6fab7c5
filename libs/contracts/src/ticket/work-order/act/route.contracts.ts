import { OptionalText, RequiredText } from '../../fields';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { act, WorkOrderAct } from './act';

export class AssignWorkOrderRequest extends WorkOrderAct {
  @OptionalText('Department; without it, the one that the routing rules name', 40)
  department?: string;

  @OptionalText('Who of the department sees to it', 200)
  assignee?: string;

  @OptionalText('Why', 500)
  reason?: string;
}

/** To a department, or to somebody of the centre; by the routing rules when no department is named (§2.4, C3). */
export const AssignWorkOrder = act(
  'assign-work-order',
  AssignWorkOrderRequest,
  WORK_ORDER_ERRORS.departmentUnknown,
  WORK_ORDER_ERRORS.departmentInactive,
  WORK_ORDER_ERRORS.withAnother,
  WORK_ORDER_ERRORS.integrityMatter,
);

export class AcceptWorkOrderRequest extends WorkOrderAct {
  @OptionalText('Who sees to it; whoever accepts unless told', 200)
  assignee?: string;
}

/** The department takes it in hand. */
export const AcceptWorkOrder = act('accept-work-order', AcceptWorkOrderRequest);

export class ForwardWorkOrderRequest extends WorkOrderAct {
  @RequiredText('Department that it goes to', 40)
  department: string;

  @OptionalText('Who of the department sees to it', 200)
  assignee?: string;

  @RequiredText('Why it goes elsewhere', 500)
  reason: string;
}

/** To another department, with a reason; a head may do so against the routing rules (C3). */
export const ForwardWorkOrder = act(
  'forward-work-order',
  ForwardWorkOrderRequest,
  WORK_ORDER_ERRORS.departmentUnknown,
  WORK_ORDER_ERRORS.departmentInactive,
);

export class MoveResponsibilityRequest extends WorkOrderAct {
  @RequiredText('Sign-in account of who is responsible from now on', 200)
  to: string;

  @RequiredText('Why', 500)
  reason: string;
}

/** Whoever took it in is responsible to the end (首问负责制), unless it is given to somebody else with a reason. */
export const MoveResponsibility = act('move-work-order-responsibility', MoveResponsibilityRequest);
