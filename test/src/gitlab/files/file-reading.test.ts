import { expect, test } from 'vitest';
import { toFileFacts } from '#gitlab/files/file-facts.ts';
import { FileReading, toFoundFile } from '#gitlab/files/file-reading.ts';
import { aProjectPath, aTool } from '../../../builders.ts';

const question = { id: 7, path: aProjectPath('platform/billing-api'), branch: 'main' };

test('a CI file is parsed once, for what it includes and for what it pins', () => {
	const reading = new FileReading(question);
	const text = 'include: a.yml\nvariables: {GO_VERSION: "1.26"}\n';
	reading.known = new Map([['.gitlab-ci.yml', toFoundFile(text)]]);
	expect(reading.missing).toEqual(['a.yml']);
	const read = reading.finish();
	expect(read.parseCi?.(text)).toBe(read.parseCi?.(text));
	expect(toFileFacts(read, { tools: [aTool()], groups: [] }).toolPins).toMatchObject([
		{ file: '.gitlab-ci.yml', version: '1.26' },
	]);
});

test('of CODEOWNERS the first that is there is read, and is unread what may be there before it', () => {
	const reading = new FileReading(question);
	reading.known = new Map([
		['docs/CODEOWNERS', { text: '' }],
		['.gitlab/CODEOWNERS', { text: '' }],
	]);
	const { texts, unread } = reading.finish();
	expect([...texts.keys()]).toEqual(['docs/CODEOWNERS']);
	expect(unread).toContainEqual({ file: 'CODEOWNERS', why: 'not got' });
});

test('where all files are known, those that are not there are not unread', () => {
	const reading = new FileReading(question);
	reading.otherwise = undefined;
	expect(reading.finish()).toMatchObject({ texts: new Map(), unread: [] });
});
