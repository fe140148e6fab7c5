import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type ContactPage,
  ContactTimeline,
  ContactView,
  GetContactTimeline,
  ListContacts,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { BatchPath, ContactPath, ContactsQuery } from './batch.dto';

@ApiTags('contacts')
@ApiBearerAuth()
@Controller()
export class ContactController {
  constructor(private readonly operations: OperationClient) {}

  @Get('batches/:batchId/contacts')
  @Permission('batch:read')
  @ApiOperation({ summary: 'Contacts of a batch in the order of their import' })
  @ApiPage(ContactView)
  @ApiProblems(404, 422)
  list(
    @Param() path: BatchPath,
    @Query() query: ContactsQuery,
    @Context() context: RequestContext,
  ): Promise<ContactPage> {
    return this.operations.call(ListContacts, { ...path, ...query }, context);
  }

  @Get('contacts/:contactId/timeline')
  @Permission('batch:read')
  @ApiOperation({ summary: 'Why this customer was called, was not, will be, or never will' })
  @ApiOkResponse({ type: ContactTimeline })
  @ApiProblems(404)
  timeline(@Param() path: ContactPath, @Context() context: RequestContext): Promise<ContactTimeline> {
    return this.operations.call(GetContactTimeline, path, context);
  }
}
