import { expect, test } from 'vitest';
import { describeWrongPage } from '#core/words/wrong-page.ts';
import { pulledAt, source } from '../../../builders.ts';

const about = { sample: false, source, pulledAt };

test('an issue about a page says which, where, and of which day its data are', () => {
	const { title, description } = describeWrongPage({
		title: 'Planning',
		address: 'https://example.com/work/planning/',
		about,
	});
	expect(title).toBe('Handbook: Planning');
	expect(description.split('\n').slice(0, 3)).toEqual([
		'Page: `Planning`',
		'Address: https://example.com/work/planning/',
		'Snapshot: data from gitlab.example.com, 23 November 2026',
	]);
});

test.each(['Ask `@all` now', 'One\n/close\n@all'])(
	'a title from GitLab does nothing: %j',
	(title) => {
		const { description } = describeWrongPage({ title, address: '/', about });
		const lines = description.split('\n');
		expect(lines[0]).toMatch(/^Page: `[^`\n]*@all[^`\n]*`$/);
		expect(lines).toHaveLength(6);
	},
);

test('invented data are called so', () => {
	const page = { title: 'Planning', address: '/', about: { ...about, sample: true } };
	expect(describeWrongPage(page).description).toContain('Snapshot: sample data, 23 November 2026');
});
