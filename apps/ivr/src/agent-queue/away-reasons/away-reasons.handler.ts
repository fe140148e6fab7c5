import { Controller } from '@nestjs/common';
import {
  type AwayReason,
  type AwayReasons as Reply,
  ListAwayReasons,
  PutAwayReason,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { AwayReasons } from './away-reasons.port';

@Controller()
export class AwayReasonsHandler {
  constructor(private readonly reasons: AwayReasons) {}

  @Handles(ListAwayReasons)
  async list(): Promise<Reply> {
    return { items: [...(await this.reasons.list())] };
  }

  @Handles(PutAwayReason)
  async put(reason: AwayReason): Promise<AwayReason> {
    await this.reasons.put(reason);
    return reason;
  }
}
