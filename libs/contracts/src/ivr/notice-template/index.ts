export * from './list-notice-templates.contract';
export * from './notice-template.view';
export * from './preview-notice.contract';
