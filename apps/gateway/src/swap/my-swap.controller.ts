import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AnswerReturn,
  AnswerSwap,
  GetSwap,
  ListSwaps,
  ProposeReturn,
  ProposeSwap,
  ProposeSwapRequest,
  type RequestContext,
  SwapDetails,
  type SwapPage,
  SwapView,
  WithdrawSwap,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { OwnSwapsQuery, SwapAnswerBody, SwapPath, SwapReturnBody } from './swap.dto';

/** One's own swaps, of either side: who asks comes from the sign-in, never from the request. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me/swaps')
export class MySwapController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({ summary: 'Swaps of mine, of either side' })
  @ApiPage(SwapView)
  @ApiProblems(422)
  list(@Query() query: OwnSwapsQuery, @Context() context: RequestContext): Promise<SwapPage> {
    return this.operations.call(ListSwaps, { ...query, own: true }, context);
  }

  @Post()
  @Permission('self:write')
  @ApiOperation({ summary: 'Ask a colleague to work a shift of mine, or two that follow one another (L348)' })
  @ApiCreatedResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  propose(@Body() body: ProposeSwapRequest, @Context() context: RequestContext): Promise<SwapView> {
    return this.operations.call(ProposeSwap, body, context);
  }

  @Get(':swapId')
  @Permission('self:read')
  @ApiOperation({ summary: 'A swap of mine with its history' })
  @ApiOkResponse({ type: SwapDetails })
  @ApiProblems(404, 422)
  get(@Param() path: SwapPath, @Context() context: RequestContext): Promise<SwapDetails> {
    return this.operations.call(GetSwap, { ...path, own: true }, context);
  }

  @Post(':swapId/answer')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent to a swap that a colleague asks for, or decline' })
  @ApiOkResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  answer(
    @Param() path: SwapPath,
    @Body() body: SwapAnswerBody,
    @Context() context: RequestContext,
  ): Promise<SwapView> {
    return this.operations.call(AnswerSwap, { ...body, ...path }, context);
  }

  @Post(':swapId/withdrawal')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a swap that is not decided yet' })
  @ApiOkResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  withdraw(@Param() path: SwapPath, @Context() context: RequestContext): Promise<SwapView> {
    return this.operations.call(WithdrawSwap, path, context);
  }

  @Post(':swapId/return')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Name the shifts that are worked in return' })
  @ApiOkResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  proposeReturn(
    @Param() path: SwapPath,
    @Body() body: SwapReturnBody,
    @Context() context: RequestContext,
  ): Promise<SwapView> {
    return this.operations.call(ProposeReturn, { ...body, ...path }, context);
  }

  @Post(':swapId/return/answer')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent to the shifts in return; they change hands' })
  @ApiOkResponse({ type: SwapView })
  @ApiProblems(404, 409, 422)
  answerReturn(
    @Param() path: SwapPath,
    @Body() body: SwapAnswerBody,
    @Context() context: RequestContext,
  ): Promise<SwapView> {
    return this.operations.call(AnswerReturn, { ...body, ...path }, context);
  }
}
