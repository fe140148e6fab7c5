import 'reflect-metadata';
import { main } from '@switchyard/platform';
import { TicketConfig } from './ticket.config';
import { TicketModule } from './ticket.module';

void main({ name: 'ticket', module: TicketModule, Config: TicketConfig });
