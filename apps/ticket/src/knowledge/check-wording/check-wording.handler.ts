import { Controller, Inject } from '@nestjs/common';
import { CheckWording, CheckWordingRequest, type WordingFindings } from '@switchyard/contracts';
import { findForbidden } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Articles } from '../articles.port';

@Controller()
export class CheckWordingHandler {
  constructor(
    private readonly articles: Articles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CheckWording)
  async handle({ text }: CheckWordingRequest): Promise<WordingFindings> {
    const phrases = await this.articles.inForce('forbidden-phrase', this.clock.now());
    const instead = new Map(phrases.map(({ code, body }) => [code, body]));
    const findings = findForbidden(text, phrases).map((found) => ({
      ...found,
      instead: instead.get(found.code) ?? '',
    }));
    return { findings };
  }
}
