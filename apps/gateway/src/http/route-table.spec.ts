import { RouteTable } from './route-table';

describe('the table of routes', () => {
  const table = new RouteTable();
  table.add('GET', '/api/v1/batches');
  table.add(['POST'], '/api/v1/batches');
  table.add('GET', '/api/v1/batches/:id');
  table.add('HEAD', '/api/v1/batches/:id');
  table.add('GET', '/api/docs/*');

  it('names the methods that a path takes', () => {
    expect(table.methodsOf('/api/v1/batches')).toEqual(['GET', 'POST']);
    expect(table.methodsOf('/api/v1/batches/4711')).toEqual(['GET']);
    expect(table.methodsOf('/api/docs/swagger-ui.css')).toEqual(['GET']);
  });

  it('names none for a path that nobody serves', () => {
    expect(table.methodsOf('/api/v1/batches/4711/more')).toEqual([]);
    expect(table.methodsOf('/api/v1/batchesX')).toEqual([]);
    expect(table.methodsOf('/api/v1')).toEqual([]);
  });
});
