export * from './open-prompt-library';
export * from './prompt-library';
export * from './prompts.config';
export * from './prompts.module';
export * from './speech-failed';
export { CommandRunner } from './synthesis/command-runner';
