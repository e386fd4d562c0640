import { describe, expect, test } from 'vitest';
import { fileKinds } from '#core/inventory/file-kinds.ts';
import { fingerprintFileRules } from '#core/inventory/file-rules.ts';
import {
	findUnreadKinds,
	forgetFiles,
	mergeFileFacts,
	toFileFacts,
	type FileFacts,
} from '#gitlab/files/file-facts.ts';
import { GroupPath } from '#model/identifiers.ts';
import { aTool } from '../../../builders.ts';

const group = GroupPath.parse('example/maintainers');
const go = aTool();
const lint = aTool({ id: 'lint', name: 'Lint', pins: { names: ['lint'], variables: ['LINT'] } });
const tools = [go, lint];

const facts = (change: Partial<FileFacts>): FileFacts => ({
	toolPins: [],
	codeowners: null,
	unreadFiles: [],
	...change,
});
const pin = (file: string, version = '1', tool = 'go') => ({ tool, file, line: 1, version });

describe('what files tell', () => {
	test('is pins, owners, and what was not read', () => {
		const texts = new Map([
			['mise.toml', '[tools]\nlint = "2.1"\ngo = "1.26"\n'],
			['docs/CODEOWNERS', `* @${group}\n`],
		]);
		const rules = { tools, groups: [group] };
		expect(toFileFacts({ texts, unread: ['go.mod', '.gitlab-ci.yml'] }, rules)).toEqual({
			toolPins: [
				{ tool: 'go', file: 'mise.toml', line: 3, version: '1.26' },
				{ tool: 'lint', file: 'mise.toml', line: 2, version: '2.1' },
			],
			codeowners: { file: 'docs/CODEOWNERS', mentions: [{ group, line: 1 }] },
			unreadFiles: ['.gitlab-ci.yml', 'go.mod'],
		});
	});
});

describe('what is to be read in the next pull', () => {
	test.each<{ unread: string[]; kinds: string[]; why: string }>([
		{ unread: [], kinds: [], why: 'nothing is left' },
		{ unread: ['mise.toml', 'go.mod'], kinds: ['go.mod', 'mise.toml'], why: 'in their order' },
		{ unread: ['docs/CODEOWNERS', '.gitlab/CODEOWNERS'], kinds: ['CODEOWNERS'], why: 'any place' },
		{ unread: ['ci/a.yml'], kinds: ['.gitlab-ci.yml'], why: 'with an included file all of them' },
		{
			unread: ['Included files (too deep)', '.gitlab-ci.yml (too large)'],
			kinds: [],
			why: 'no pull reads these',
		},
	])('$unread: $kinds, $why', ({ unread, kinds }) => {
		expect(findUnreadKinds(facts({ unreadFiles: unread }))).toEqual(kinds);
	});
});

test('what was looked for otherwise is not known until it is read again, and other tools are', () => {
	const before = facts({ toolPins: [pin('.gitlab-ci.yml'), pin('.gitlab-ci.yml', '2', 'lint')] });
	const lookedFor = fingerprintFileRules({ tools: [aTool({ pins: {} }), lint], groups: [group] });
	const forgotten = forgetFiles(before, tools, lookedFor);
	expect(forgotten.toolPins).toEqual([pin('.gitlab-ci.yml', '2', 'lint')]);
	expect(findUnreadKinds(forgotten)).toEqual(fileKinds);
});

describe('what was read in two pulls is put together', () => {
	test('in the order in which one pull would have it', () => {
		const before = facts({
			toolPins: [pin('mise.toml', '3'), pin('go.mod', '1', 'lint'), pin('mise.toml', '3', 'lint')],
			unreadFiles: ['.tool-versions', 'CODEOWNERS', 'Included files (too many)'],
		});
		const codeowners = { file: 'CODEOWNERS', mentions: [] };
		const now = facts({ toolPins: [pin('.tool-versions', '2')], codeowners });
		expect(mergeFileFacts(before, now, ['CODEOWNERS', '.tool-versions'], tools)).toEqual({
			toolPins: [
				pin('.tool-versions', '2'),
				pin('mise.toml', '3'),
				pin('go.mod', '1', 'lint'),
				pin('mise.toml', '3', 'lint'),
			],
			codeowners,
			unreadFiles: ['Included files (too many)'],
		});
	});

	test('CI files are replaced together, since they are understood together', () => {
		const before = facts({
			toolPins: [pin('go.mod'), pin('.gitlab-ci.yml'), pin('ci/old.yml')],
			unreadFiles: ['ci/a.yml'],
		});
		const now = facts({ toolPins: [pin('.gitlab-ci.yml', '2'), pin('ci/a.yml', '2')] });
		expect(mergeFileFacts(before, now, ['.gitlab-ci.yml'], tools)).toEqual(
			facts({ toolPins: [pin('go.mod'), pin('.gitlab-ci.yml', '2'), pin('ci/a.yml', '2')] }),
		);
	});

	test('a CI file that could not be read again leaves what was known', () => {
		const before = facts({ toolPins: [pin('.gitlab-ci.yml')], unreadFiles: ['ci/a.yml'] });
		const now = facts({ unreadFiles: ['.gitlab-ci.yml'] });
		expect(mergeFileFacts(before, now, ['.gitlab-ci.yml'], tools)).toEqual(before);
	});

	test('nothing that was not asked for changes', () => {
		const before = facts({
			toolPins: [pin('go.mod')],
			codeowners: { file: 'CODEOWNERS', mentions: [{ group, line: 1 }] },
			unreadFiles: ['Included files (too many)'],
		});
		expect(mergeFileFacts(before, facts({}), [], tools)).toEqual(before);
	});
});
