import { Controller } from '@nestjs/common';
import {
  GetIdentityKeys,
  GetIdentityKeysRequest,
  type IdentityKeys,
  type RequestContext,
  RotateIdentityKeys,
  RotateIdentityKeysRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { RotateKeysUseCase } from './rotate-keys.use-case';

@Controller()
export class IdentityKeysHandler {
  constructor(private readonly rotateKeys: RotateKeysUseCase) {}

  @Handles(GetIdentityKeys)
  async get(_request: GetIdentityKeysRequest): Promise<IdentityKeys> {
    return { items: await this.rotateKeys.inUse() };
  }

  @Handles(RotateIdentityKeys)
  async rotate(_request: RotateIdentityKeysRequest, context: RequestContext): Promise<IdentityKeys> {
    return { items: await this.rotateKeys.execute(context) };
  }
}
