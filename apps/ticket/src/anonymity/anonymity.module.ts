import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { TicketConfig } from '../ticket.config';
import { WorkOrderModule } from '../work-order/work-order.module';
import { IdentityAudit } from './audit/identity-audit.port';
import { ListIdentityAuditHandler } from './audit/list-identity-audit.handler';
import { NoteRefusals } from './audit/note-refusals';
import { DecideReadingHandler } from './decide-reading/decide-reading.handler';
import { DecideReadingUseCase } from './decide-reading/decide-reading.use-case';
import { Identities } from './identities.port';
import { KeepIdentityHandler } from './keep-identity/keep-identity.handler';
import { ConfiguredIdentityKeys } from './keys/configured-identity-keys';
import { IdentityCipher } from './keys/identity-cipher';
import { IdentityKeys } from './keys/identity-keys.port';
import { parseIdentityKeys } from './keys/parse-identity-keys';
import { ListReadingsHandler } from './list-readings/list-readings.handler';
import { PgIdentities } from './persistence/pg-identities';
import { PgIdentityAudit } from './persistence/pg-identity-audit';
import { PgReadings } from './persistence/pg-readings';
import { ReadIdentityHandler } from './read-identity/read-identity.handler';
import { ReadIdentityUseCase } from './read-identity/read-identity.use-case';
import { Readings } from './readings.port';
import { RequestReadingHandler } from './request-reading/request-reading.handler';
import { IdentityKeysHandler } from './rotate-keys/identity-keys.handler';
import { RotateKeysRegularly } from './rotate-keys/rotate-keys-regularly';
import { RotateKeysUseCase } from './rotate-keys/rotate-keys.use-case';

/** Who reported in confidence: kept apart, encrypted, read only with a second person's approval (§5). */
@Module({
  imports: [PolicyModule, WorkOrderModule],
  controllers: [
    DecideReadingHandler,
    IdentityKeysHandler,
    KeepIdentityHandler,
    ListIdentityAuditHandler,
    ListReadingsHandler,
    ReadIdentityHandler,
    RequestReadingHandler,
  ],
  providers: [
    DecideReadingUseCase,
    IdentityCipher,
    NoteRefusals,
    ReadIdentityUseCase,
    RotateKeysRegularly,
    RotateKeysUseCase,
    { provide: Identities, useClass: PgIdentities },
    { provide: IdentityAudit, useClass: PgIdentityAudit },
    { provide: Readings, useClass: PgReadings },
    { provide: IdentityKeys, useFactory: keysOf, inject: [TicketConfig] },
  ],
})
export class AnonymityModule {}

/** @throws Error naming the variable when both are set, or when a key is not one */
function keysOf({ identityKeys, identityKeysFile }: TicketConfig): IdentityKeys {
  if (identityKeys !== undefined && identityKeysFile !== undefined) {
    throw new Error('TICKET_IDENTITY_KEYS and TICKET_IDENTITY_KEYS_FILE are both set; set one');
  }
  if (identityKeysFile !== undefined) {
    const text = readFileSync(identityKeysFile, 'utf8');
    return new ConfiguredIdentityKeys(parseIdentityKeys(text, 'TICKET_IDENTITY_KEYS_FILE'));
  }
  return new ConfiguredIdentityKeys(parseIdentityKeys(identityKeys ?? '', 'TICKET_IDENTITY_KEYS'));
}
