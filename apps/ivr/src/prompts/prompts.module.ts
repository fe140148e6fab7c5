import { type DynamicModule, Injectable, Module, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { openPromptLibrary } from './open-prompt-library';
import { PromptLibrary } from './prompt-library';
import { PromptsConfig } from './prompts.config';
import { PrunePrompts } from './prune-prompts';
import { CommandRunner } from './synthesis/command-runner';

/** The service's own runner of espeak-ng and sox: nothing of it outlives the service. */
@Injectable()
export class SpeechCommands extends CommandRunner implements OnModuleDestroy {
  constructor(config: PromptsConfig) {
    super({ prefix: config.speechCommandPrefix, timeoutMs: config.speechTimeoutMs });
  }

  onModuleDestroy(): void {
    this.stopAll();
  }
}

/** Gives `PromptLibrary`. The start fails when the configured synthesiser cannot speak. */
@Module({})
export class PromptsModule {
  static forRoot(config: PromptsConfig): DynamicModule {
    return {
      module: PromptsModule,
      providers: [
        { provide: PromptsConfig, useValue: config },
        SpeechCommands,
        PrunePrompts,
        {
          provide: PromptLibrary,
          inject: [SpeechCommands, CLOCK, Logger],
          useFactory: (commands: SpeechCommands, clock: Clock, logger: Logger) =>
            openPromptLibrary(config, { clock, commands, logger: logger.named(PromptLibrary.name) }),
        },
      ],
      exports: [PromptLibrary],
    };
  }
}
