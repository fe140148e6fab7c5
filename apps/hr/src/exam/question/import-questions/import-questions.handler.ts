import { Controller } from '@nestjs/common';
import {
  ImportQuestions as ImportQuestionsOperation,
  ImportTrainingFileRequest,
  type RequestContext,
  type TrainingImportView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toImportView } from '../../../training/importing/import-view';
import { ImportQuestions } from './import-questions.use-case';

@Controller()
export class ImportQuestionsHandler {
  constructor(private readonly questions: ImportQuestions) {}

  @Handles(ImportQuestionsOperation)
  async handle(request: ImportTrainingFileRequest, context: RequestContext): Promise<TrainingImportView> {
    return toImportView(await this.questions.execute(request, context));
  }
}
