import { Controller } from '@nestjs/common';
import { type CourseEffectView, GetCourseEffect, GetCourseEffectRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { MeasureEffect } from './measure-effect.use-case';

@Controller()
export class MeasureEffectHandler {
  constructor(private readonly effect: MeasureEffect) {}

  @Handles(GetCourseEffect)
  handle(request: GetCourseEffectRequest): Promise<CourseEffectView> {
    return this.effect.execute(request);
  }
}
