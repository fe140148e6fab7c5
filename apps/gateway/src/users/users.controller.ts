import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { ChangeUserUseCase } from './change-user/change-user.use-case';
import { CreateUserUseCase } from './create-user/create-user.use-case';
import { ChangeUserBody, CreateUserBody, ListUsersQuery, toUserView, UserView } from './user.dto';
import { Users } from './users.port';

@ApiTags('users')
@ApiBearerAuth()
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly createUser: CreateUserUseCase,
    private readonly changeUser: ChangeUserUseCase,
  ) {}

  @Get()
  @Permission('user:read')
  @ApiOperation({ summary: 'Sign-in accounts, by name' })
  @ApiPage(UserView)
  async list(
    @Query() { limit = 50, cursor, ...filter }: ListUsersQuery,
  ): Promise<{ items: UserView[]; nextCursor?: string }> {
    const page = await this.users.list(filter, limit, cursor);
    return { items: page.items.map(toUserView), nextCursor: page.nextCursor };
  }

  @Get(':id')
  @Permission('user:read')
  @ApiOperation({ summary: 'One sign-in account' })
  @ApiOkResponse({ type: UserView })
  @ApiProblems(404)
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<UserView> {
    const user = await this.users.findById(id);
    if (!user) throw new DomainError('user.not-found', `There is no sign-in account ${id}.`, { id });
    return toUserView(user);
  }

  @Post()
  @Permission('user:write')
  @ApiOperation({ summary: 'Make a sign-in account' })
  @ApiCreatedResponse({ type: UserView })
  @ApiProblems(409)
  async create(@Body() body: CreateUserBody): Promise<UserView> {
    return toUserView(await this.createUser.execute(body));
  }

  @Patch(':id')
  @Permission('user:write')
  @ApiOperation({ summary: 'Change roles, scope, name or password of an account, or switch it off' })
  @ApiOkResponse({ type: UserView })
  @ApiProblems(404, 422)
  async change(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeUserBody): Promise<UserView> {
    return toUserView(await this.changeUser.execute({ id, ...body }));
  }
}
