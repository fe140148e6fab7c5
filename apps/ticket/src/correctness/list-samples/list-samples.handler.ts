import { Controller } from '@nestjs/common';
import {
  type CorrectnessSamplePage,
  ListCorrectnessSamples,
  ListCorrectnessSamplesRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { CorrectnessSamples } from '../correctness-samples.port';
import { toSampleView } from '../correctness-views';

@Controller()
export class ListSamplesHandler {
  constructor(private readonly samples: CorrectnessSamples) {}

  @Handles(ListCorrectnessSamples)
  async handle({
    subject,
    limit = 50,
    cursor,
  }: ListCorrectnessSamplesRequest): Promise<CorrectnessSamplePage> {
    const page = await this.samples.list(subject, limit, cursor);
    return { ...page, items: page.items.map(toSampleView) };
  }
}
