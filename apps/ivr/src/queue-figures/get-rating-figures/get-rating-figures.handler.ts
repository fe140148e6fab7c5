import { Controller } from '@nestjs/common';
import {
  GetRatingFigures as Contract,
  type GetRatingFiguresRequest,
  type RatingFiguresReport,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { GetRatingFigures } from './get-rating-figures.use-case';

@Controller()
export class GetRatingFiguresHandler {
  constructor(private readonly getRatingFigures: GetRatingFigures) {}

  @Handles(Contract)
  handle(request: GetRatingFiguresRequest): Promise<RatingFiguresReport> {
    return this.getRatingFigures.execute(request);
  }
}
