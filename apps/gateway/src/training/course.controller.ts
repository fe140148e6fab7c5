import {
  Body,
  Controller,
  Delete,
  Get,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  AddCourseMaterial,
  CourseEffectView,
  type CoursePage,
  CourseVersions,
  CourseView,
  GetCourse,
  GetCourseEffect,
  ListCourses,
  ListCoursesRequest,
  ListCourseVersions,
  RemoveCourseMaterial,
  type RequestContext,
  SaveCourse,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AcceptsUpload } from '../uploads/accepts-upload.decorator';
import { Uploads } from '../uploads/uploads';
import { OpenMaterial } from './open-material';
import { COURSE_COLUMNS } from './training-columns';
import {
  CourseEffectQuery,
  TrainingCourseBody,
  TrainingCoursePath,
  TrainingCoursesExportQuery,
  TrainingMaterialPath,
} from './training.dto';

@ApiTags('training')
@ApiBearerAuth()
@Controller('training/courses')
export class TrainingCourseController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
    private readonly uploads: Uploads,
    private readonly materials: OpenMaterial,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({
    summary: 'The catalogue of courses',
    description:
      'It comes with the courses 04 to 08, power law, energy and charges, and the application process (§15).',
  })
  @ApiPage(CourseView)
  list(@Query() query: ListCoursesRequest, @Context() context: RequestContext): Promise<CoursePage> {
    return this.operations.call(ListCourses, query, context);
  }

  @Get('export')
  @Permission('self:read')
  @ApiOperation({ summary: 'The catalogue as a file' })
  @ApiListFile()
  export(
    @Query() query: TrainingCoursesExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCourses, columns: COURSE_COLUMNS };
    const names = { fileName: 'courses', sheetName: { 'zh-CN': '课程目录', en: 'Courses' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get(':code')
  @Permission('self:read')
  @ApiOperation({ summary: 'One course with its topics and files' })
  @ApiOkResponse({ type: CourseView })
  @ApiProblems(404)
  get(@Param() path: TrainingCoursePath, @Context() context: RequestContext): Promise<CourseView> {
    return this.operations.call(GetCourse, path, context);
  }

  @Put(':code')
  @Permission('training:write')
  @ApiOperation({
    summary: 'Add a course, or a new version of it; sessions keep the version they were planned with',
  })
  @ApiOkResponse({ type: CourseView })
  @ApiProblems(404, 409, 422)
  save(
    @Param() path: TrainingCoursePath,
    @Body() body: TrainingCourseBody,
    @Context() context: RequestContext,
  ): Promise<CourseView> {
    return this.operations.call(SaveCourse, { ...body, ...path }, context);
  }

  @Get(':code/versions')
  @Permission('training:read')
  @ApiOperation({ summary: 'Versions of a course, the latest first' })
  @ApiOkResponse({ type: CourseVersions })
  @ApiProblems(404)
  versions(@Param() path: TrainingCoursePath, @Context() context: RequestContext): Promise<CourseVersions> {
    return this.operations.call(ListCourseVersions, path, context);
  }

  @Get(':code/effect')
  @Permission('training:read')
  @ApiOperation({
    summary: 'What a course changed: indicators before and after, of the same people',
    description: 'With the size of the sample; who is unknown before or after counts in no mean.',
  })
  @ApiOkResponse({ type: CourseEffectView })
  @ApiProblems(404)
  effect(
    @Param() path: TrainingCoursePath,
    @Query() query: CourseEffectQuery,
    @Context() context: RequestContext,
  ): Promise<CourseEffectView> {
    return this.operations.call(GetCourseEffect, { ...query, ...path }, context, { timeoutMs: 60_000 });
  }

  @Post(':code/materials')
  @Permission('training:write')
  @AcceptsUpload('application/octet-stream')
  @ApiOperation({ summary: 'Add a file for who attends' })
  @ApiCreatedResponse({ type: CourseView })
  @ApiProblems(404, 413, 415)
  async add(
    @Param() { code }: TrainingCoursePath,
    @Req() request: FastifyRequest,
    @Context() context: RequestContext,
  ): Promise<CourseView> {
    const { key, fileName, mediaType, bytes } = await this.uploads.keep(request, { folder: 'training' });
    const file = {
      fileKey: key,
      bytes,
      fileName: (fileName ?? 'file').slice(0, 255),
      mediaType: mediaType.slice(0, 200) || 'application/octet-stream',
    };
    try {
      return await this.operations.call(AddCourseMaterial, { code, ...file }, context);
    } catch (error) {
      await this.store.remove(key);
      throw error;
    }
  }

  @Get(':code/materials/:materialId')
  @Permission('self:read')
  @ApiOperation({ summary: 'A file of a course' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404)
  material(@Param() path: TrainingMaterialPath, @Context() context: RequestContext): Promise<StreamableFile> {
    return this.materials.execute(path, context);
  }

  @Delete(':code/materials/:materialId')
  @Permission('training:write')
  @ApiOperation({ summary: 'Take a file away' })
  @ApiOkResponse({ type: CourseView })
  @ApiProblems(404)
  remove(@Param() path: TrainingMaterialPath, @Context() context: RequestContext): Promise<CourseView> {
    return this.operations.call(RemoveCourseMaterial, path, context);
  }
}
