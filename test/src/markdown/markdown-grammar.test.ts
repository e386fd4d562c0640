import { expect, test } from 'vitest';
import { nameGrammars } from '#markdown/markdown-grammar.ts';

test('languages of code that nothing colours are plain, and capitals count for nothing', () => {
	const page = '```promql title="a"\n```\n\n> - ~~~SQL\n\n```yml\n```\n\n```c++\n```\n\n```\n```\n';
	expect(nameGrammars([page, '```txt\n'])).toEqual({ promql: 'txt', SQL: 'sql' });
});
