import { describe, expect, test } from 'vitest';
import { fileKinds } from '#core/inventory/file-kinds.ts';
import { fingerprintFileRules } from '#core/inventory/file-rules.ts';
import { forgetFiles, toFileFacts, type FileFacts } from '#gitlab/files/file-facts.ts';
import { GroupPath } from '#model/identifiers.ts';
import { aTool, unreadFiles } from '../../../builders.ts';

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
		const unread = unreadFiles(['go.mod', '.gitlab-ci.yml']);
		expect(toFileFacts({ texts, unread }, rules)).toEqual({
			toolPins: [
				{ tool: 'go', file: 'mise.toml', line: 3, version: '1.26' },
				{ tool: 'lint', file: 'mise.toml', line: 2, version: '2.1' },
			],
			codeowners: { file: 'docs/CODEOWNERS', mentions: [{ group, line: 1 }] },
			unreadFiles: unreadFiles(['.gitlab-ci.yml', 'go.mod']),
		});
	});
});

test('what was looked for otherwise is not known until it is read again, and other tools are', () => {
	const codeowners = { file: 'CODEOWNERS', mentions: [{ group, line: 1 }] };
	const toolPins = [pin('.gitlab-ci.yml'), pin('.gitlab-ci.yml', '2', 'lint')];
	const before = facts({ toolPins, codeowners });
	const lookedFor = fingerprintFileRules({ tools: [aTool({ pins: {} }), lint], groups: [group] });
	const forget = (groups: GroupPath[]) => forgetFiles(before, { tools, groups }, lookedFor);
	const forgotten = forget([group]);
	expect(forgotten.toolPins).toEqual([pin('.gitlab-ci.yml', '2', 'lint')]);
	expect(forgotten.codeowners).toEqual(codeowners);
	expect(forget([group, GroupPath.parse('example/new')]).codeowners).toBeNull();
	expect(forgotten.unreadFiles).toEqual(unreadFiles([...fileKinds].toSorted()));
});
