import { Controller } from '@nestjs/common';
import { type ContactPage, ListContacts, type ListContactsRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Batches } from '../batch/batches.port';
import { toContactView } from '../contacts/contact-view';
import { Contacts } from '../contacts/contacts.port';
import { readNumber } from '../contacts/read-number';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListContactsHandler {
  constructor(
    private readonly batches: Batches,
    private readonly contacts: Contacts,
  ) {}

  @Handles(ListContacts)
  async handle(request: ListContactsRequest): Promise<ContactPage> {
    const { batchId, state, disposition, accountNo, number, cursor, limit = DEFAULT_LIMIT } = request;
    await this.batches.get(batchId);
    const rows = await this.contacts.list({
      batchId,
      state,
      disposition,
      accountNo,
      number: number === undefined ? undefined : readNumber(number),
      limit,
      after: cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.integer)[0],
    });
    const page = pageOf(rows, limit, (contact) => [contact.id]);
    return { ...page, items: page.items.map(toContactView) };
  }
}
