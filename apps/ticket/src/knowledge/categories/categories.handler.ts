import { Controller, Inject } from '@nestjs/common';
import {
  type KnowledgeCategories,
  KnowledgeCategoryView,
  ListKnowledgeCategories,
  ListKnowledgeCategoriesRequest,
  PutKnowledgeCategory,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Categories } from './categories.port';

@Controller()
export class CategoriesHandler {
  constructor(
    private readonly categories: Categories,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PutKnowledgeCategory)
  async put(request: KnowledgeCategoryView): Promise<KnowledgeCategoryView> {
    const { position = 0, active = true, ...named } = request;
    const category = { ...named, position, active };
    await this.categories.put(category, this.clock.now());
    return category;
  }

  @Handles(ListKnowledgeCategories)
  async list(_request: ListKnowledgeCategoriesRequest): Promise<KnowledgeCategories> {
    return { items: [...(await this.categories.all())] };
  }
}
