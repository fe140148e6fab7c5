import { Controller } from '@nestjs/common';
import {
  GetQuestion,
  ListQuestions,
  ListQuestionsRequest,
  ListQuestionVersions,
  type QuestionPage,
  QuestionReference,
  type QuestionVersions,
  type QuestionView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../../training/page';
import { questionNotFound, toQuestionFields, toQuestionView } from './question-views';
import { type Question, Questions } from './questions.port';

@Controller()
export class ReadQuestionsHandler {
  constructor(private readonly questions: Questions) {}

  @Handles(ListQuestions)
  async list({ limit = 50, cursor, ...filter }: ListQuestionsRequest): Promise<QuestionPage> {
    return viewsOf(await this.questions.list(filter, limit, cursor), toQuestionView);
  }

  @Handles(GetQuestion)
  async get({ code }: QuestionReference): Promise<QuestionView> {
    return toQuestionView(await this.found(code));
  }

  @Handles(ListQuestionVersions)
  async versions({ code }: QuestionReference): Promise<QuestionVersions> {
    await this.found(code);
    const versions = await this.questions.versions(code);
    return {
      items: versions.map(({ version, document, madeAt, madeBy }) => ({
        version,
        madeAt: madeAt.toISOString(),
        madeBy,
        ...toQuestionFields(document),
      })),
    };
  }

  private async found(code: string): Promise<Question> {
    const question = await this.questions.find(code);
    if (!question) throw questionNotFound(code);
    return question;
  }
}
