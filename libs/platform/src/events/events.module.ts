import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventRuntime } from './event-runtime';
import { Inbox } from './inbox';
import { Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';

@Module({
  imports: [DiscoveryModule],
  providers: [Inbox, Outbox, OutboxRelay, EventRuntime],
  exports: [Inbox, Outbox, EventRuntime],
})
export class EventsModule {}
