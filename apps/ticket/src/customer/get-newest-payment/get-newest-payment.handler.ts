import { Controller, Inject } from '@nestjs/common';
import { GetNewestPayment, type NewestPayment, NewestPaymentRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Payments } from '../payments.port';

@Controller()
export class GetNewestPaymentHandler {
  constructor(
    private readonly payments: Payments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetNewestPayment)
  async handle({ recordedForSeconds }: NewestPaymentRequest): Promise<NewestPayment> {
    const until = new Date(this.clock.now().getTime() - recordedForSeconds * 1000);
    return { paymentId: await this.payments.newest(until) };
  }
}
