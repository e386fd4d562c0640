import { expect, test, vi } from 'vitest';
import { toFileFacts } from '#gitlab/files/file-facts.ts';
import { FileReading } from '#gitlab/files/file-reading.ts';
import { aProjectPath, aTool } from '../../../builders.ts';

const question = { id: 7, path: aProjectPath('platform/billing-api'), branch: 'main', kinds: [] };

test('a CI file is parsed once, for what it includes and for what it pins', () => {
	const reading = new FileReading(question);
	const text = 'include: a.yml\nvariables: {GO_VERSION: "1.26"}\n';
	reading.accept('.gitlab-ci.yml', text);
	expect(reading.includesOf(text)).toEqual(['a.yml']);
	const parsed = reading.parseCi(text);
	const parseCi = vi.spyOn(reading, 'parseCi');
	expect(toFileFacts(reading, { tools: [aTool()], groups: [] }).toolPins).toMatchObject([
		{ file: '.gitlab-ci.yml', version: '1.26' },
	]);
	expect(parseCi.mock.results.map(({ value }) => value === parsed)).toEqual([true]);
});

test('CI files that are left tell nothing, and other files what they say', () => {
	const reading = new FileReading(question);
	for (const file of ['go.mod', '.gitlab-ci.yml', 'ci/a.yml']) reading.accept(file, '');
	reading.leaveUnread(['ci/b.yml', 'CODEOWNERS']);
	reading.leaveCi();
	expect([...reading.texts.keys()]).toEqual(['go.mod']);
	expect(reading.unread).toEqual(['CODEOWNERS', '.gitlab-ci.yml']);
});
