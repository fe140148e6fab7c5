import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Flag, Instant, ListOf, OptionalFlag, OptionalText, RequiredText, Whole } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { ROSTER_ERRORS } from './errors';
import { OptionalRosterCode, RosterCode } from './roster-fields';

export class ShiftBreakFields {
  @Whole('Start, minutes since midnight of the day on which the shift starts', 0, 2880)
  fromMinute: number;

  @Whole('End, the same way', 1, 2880)
  toMinute: number;
}

export class ShiftTemplateFields {
  @RosterCode('Code of the shift template', 'night-8')
  code: string;

  @RequiredText('Name in Chinese', 60)
  nameZh: string;

  @RequiredText('Name in English', 60)
  nameEn: string;

  @Whole('Start, minutes since midnight', 0, 1439)
  startMinute: number;

  @Whole('End; beyond 1440 it lies on the next day: 06:00 is 1800', 1, 2879)
  endMinute: number;

  @ListOf('Breaks, in order', () => ShiftBreakFields, 10)
  breaks: ShiftBreakFields[];

  @Flag('Whether it may be in new rosters')
  enabled: boolean;

  @OptionalText('What is to be known about it', 500)
  note?: string;
}

export class ShiftTemplateView extends ShiftTemplateFields {
  @Whole('Version, from 1; rosters keep the one that they were made with', 1, 1_000_000)
  version: number;

  @RequiredText('The hours in words', 40)
  hours: string;

  @Flag('Whether it counts as a night: three hours or more between 22:00 and 06:00')
  night: boolean;

  @Instant('When this version was set')
  setAt: string;

  @RequiredText('Who set it', 200)
  setBy: string;
}

/** Makes a new version unless nothing differs; shifts that were told stay as they are. */
export const SetShiftTemplate = operation({
  subject: 'hr.command.set-shift-template.v1',
  request: ShiftTemplateFields,
  reply: ShiftTemplateView,
  errors: [ROSTER_ERRORS.templateInvalid],
});

export class ListShiftTemplatesRequest extends PageRequest {
  @OptionalRosterCode('Only this template', 'early')
  code?: string;

  @OptionalFlag('Only those that may be in new rosters, or may not')
  enabled?: boolean;

  @OptionalFlag('All versions instead of the latest of each')
  allVersions?: boolean;
}

export class ShiftTemplatePage extends PageOf(ShiftTemplateView, 'By code, the latest version first') {}

export const ListShiftTemplates = operation({
  subject: 'hr.query.shift-templates.v1',
  request: ListShiftTemplatesRequest,
  reply: ShiftTemplatePage,
});

export const PATTERN_DAYS = ['on', 'off'] as const;
export type PatternDay = (typeof PATTERN_DAYS)[number];

export class WorkPatternFields {
  @RosterCode('Code of the work pattern', 'two-on-two-off')
  code: string;

  @RequiredText('Name in Chinese', 60)
  nameZh: string;

  @RequiredText('Name in English', 60)
  nameEn: string;

  @ApiProperty({
    description: 'Days on and off; they repeat',
    enum: PATTERN_DAYS,
    isArray: true,
    minItems: 2,
    maxItems: 56,
  })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(56)
  @IsIn(PATTERN_DAYS, { each: true })
  cycle: PatternDay[];
}

export class WorkPatternView extends WorkPatternFields {
  @Whole('Version, from 1', 1, 1_000_000)
  version: number;

  @Instant('When this version was set')
  setAt: string;

  @RequiredText('Who set it', 200)
  setBy: string;
}

export const SetWorkPattern = operation({
  subject: 'hr.command.set-work-pattern.v1',
  request: WorkPatternFields,
  reply: WorkPatternView,
  errors: [ROSTER_ERRORS.patternInvalid],
});

export class ListWorkPatternsRequest extends PageRequest {}

export class WorkPatternPage extends PageOf(WorkPatternView, 'By code, the latest version of each') {}

export const ListWorkPatterns = operation({
  subject: 'hr.query.work-patterns.v1',
  request: ListWorkPatternsRequest,
  reply: WorkPatternPage,
});
