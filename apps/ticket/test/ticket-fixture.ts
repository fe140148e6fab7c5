import { ServiceFixture, type ServiceFixtureOptions } from '@switchyard/testing';
import { TicketConfig } from '../src/ticket.config';
import { TicketModule } from '../src/ticket.module';

const TICKET = { name: 'ticket', module: TicketModule, Config: TicketConfig } as const;

/** The ticket service on a Postgres of its own. */
export class TicketFixture extends ServiceFixture {
  static start(options: ServiceFixtureOptions = {}): Promise<TicketFixture> {
    return this.begin('ticket', (postgres) => new TicketFixture(TICKET, postgres, options));
  }
}
