import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AccountNo, Instant, OptionalText, RequiredText } from '../../ticket/fields';

export class ListAccountRatingsRequest extends PageRequest {
  @AccountNo()
  accountNo: string;
}

/** How a customer rated a call. */
export class AccountRating {
  @RequiredText("The PBX's channel id", 200)
  callId: string;

  @Instant('When it was rated')
  ratedAt: string;

  @ApiPropertyOptional({ description: 'Satisfaction, 1 to 5', type: 'integer' })
  @IsOptional()
  @IsInt()
  csat?: number;

  @ApiPropertyOptional({ description: 'Whether the matter was solved' })
  @IsOptional()
  @IsBoolean()
  solved?: boolean;

  @ApiPropertyOptional({ description: 'Likelihood to recommend, 0 to 10', type: 'integer' })
  @IsOptional()
  @IsInt()
  nps?: number;

  @OptionalText('What the call was about', 40)
  matter?: string;

  @OptionalText('Queue', 40)
  queue?: string;
}

export class AccountRatingPage extends PageOf(AccountRating, 'The latest first') {}

/** Ratings of the calls of one account, the latest first; what an anonymous caller said belongs to nobody. */
export const ListAccountRatings = operation({
  subject: 'ivr.query.account-ratings.v1',
  request: ListAccountRatingsRequest,
  reply: AccountRatingPage,
});
