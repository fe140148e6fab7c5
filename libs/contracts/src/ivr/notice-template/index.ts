export * from './list-notice-templates.contract';
export * from './notice-template.view';
export * from './preview-notice.contract';
export * from './set-notice-template.contract';
