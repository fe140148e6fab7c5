import { Controller } from '@nestjs/common';
import {
  AddDoNotCall as Contract,
  type AddDoNotCallRequest,
  type DoNotCallView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toDoNotCallView } from '../do-not-call/do-not-call-view';
import { AddDoNotCall } from './add-do-not-call.use-case';

@Controller()
export class AddDoNotCallHandler {
  constructor(private readonly addDoNotCall: AddDoNotCall) {}

  @Handles(Contract)
  async handle(request: AddDoNotCallRequest, { actor }: RequestContext): Promise<DoNotCallView> {
    return toDoNotCallView(await this.addDoNotCall.execute(request, actor.name || actor.id));
  }
}
