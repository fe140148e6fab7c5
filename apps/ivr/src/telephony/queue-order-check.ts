import { QueueActionRefused, type NewMember, type SipAccount, type TransferTarget } from './queue-node.port';

const QUEUE = /^[a-z][a-z-]{2,39}$/;
const SIP_USER = /^[1-8]\d{3}$/;
/** Agents, as their phones, hand callers on within the country only. */
const IN_COUNTRY = /^\+86[1-9]\d{4,11}$/;
const SECRET = /^[A-Za-z0-9]{12,64}$/;
const TRUNK = /^[A-Za-z0-9_-]{1,64}$/;

function refuse(message: string): never {
  throw new QueueActionRefused(message);
}

/** @throws QueueActionRefused */
export function checkQueue(queue: string): void {
  if (!QUEUE.test(queue)) refuse(`"${queue}" is no queue's name`);
}

/** @throws QueueActionRefused */
export function checkSipUser(sipUser: string): void {
  if (!SIP_USER.test(sipUser)) refuse(`"${sipUser}" is no agent: four digits, 1000 to 8999`);
}

/** @throws QueueActionRefused */
export function checkMember({ queue, sipUser, penalty }: NewMember): void {
  checkQueue(queue);
  checkSipUser(sipUser);
  if (!Number.isInteger(penalty) || penalty < 0 || penalty > 100) refuse(`penalty ${penalty}: 0 to 100`);
}

/** @throws QueueActionRefused; the secret is not in the message */
export function checkAccount({ sipUser, secret }: SipAccount): void {
  checkSipUser(sipUser);
  if (!SECRET.test(secret)) refuse(`the secret of agent ${sipUser}: 12 to 64 letters and digits`);
}

/** @throws QueueActionRefused */
export function checkTarget(target: TransferTarget): void {
  switch (target.kind) {
    case 'agent':
      return checkSipUser(target.sipUser);
    case 'queue':
      return checkQueue(target.queue);
    case 'number':
      if (!IN_COUNTRY.test(target.number)) refuse('the number to transfer to: in the country, with +86');
      if (!TRUNK.test(target.trunk)) refuse(`trunk "${target.trunk}" cannot be dialled through`);
  }
}
