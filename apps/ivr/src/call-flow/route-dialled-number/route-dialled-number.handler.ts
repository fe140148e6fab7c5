import { Controller } from '@nestjs/common';
import {
  type DialledNumberRoute,
  type DialledNumberView,
  type RequestContext,
  RouteDialledNumber as Contract,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toDialledNumberView } from '../dialled-numbers/dialled-number-view';
import { RouteDialledNumber } from './route-dialled-number.use-case';

@Controller()
export class RouteDialledNumberHandler {
  constructor(private readonly routeDialledNumber: RouteDialledNumber) {}

  @Handles(Contract)
  async handle(request: DialledNumberRoute, context: RequestContext): Promise<DialledNumberView> {
    return toDialledNumberView(await this.routeDialledNumber.execute(request, context));
  }
}
