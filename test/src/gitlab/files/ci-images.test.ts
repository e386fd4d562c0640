import { describe, expect, test } from 'vitest';
import { expandVariables, parseImage } from '#gitlab/files/ci-images.ts';

describe('the version of an image', () => {
	test.each([
		['golang:1.26.5', 'golang', '1.26.5'],
		['golang:1.26.5-alpine3.20', 'golang', '1.26.5'],
		['golang:1.26rc1-bookworm', 'golang', '1.26rc1'],
		['node:20-alpine', 'node', '20'],
		['example/lint:v2.1.0-rc.1', 'example/lint', '2.1.0-rc.1'],
		['golang:latest', 'golang', 'latest'],
		['golang:alpine3.20', 'golang', 'alpine3.20'],
		['golang:2026-11-23', 'golang', '2026-11-23'],
		['golang:4e1f00d', 'golang', '4e1f00d'],
		['registry.example.com:5000/a/b:1.2', 'registry.example.com:5000/a/b', '1.2'],
		['golang:1.26.5@sha256:0123abcd', 'golang', '1.26.5'],
	])('%s', (text, name, version) => {
		expect(parseImage(text)).toEqual({ name, version });
	});

	test.each([
		['golang', 'no tag'],
		['golang@sha256:0123abcd', 'a digest alone'],
		['registry.example.com:5000/golang', 'a port is no tag'],
		['golang:', 'an empty tag'],
		['run: golang:1.26', 'a sentence'],
		['', 'nothing'],
	])('%s has none: %s', (text) => {
		expect(parseImage(text)).toBeUndefined();
	});
});

describe('variables in a text', () => {
	const values = new Map([
		['GO', '1.26.5'],
		['TAG', '${GO}-alpine'],
		['LOOP', '$LOOP'],
		['EMPTY', ''],
		...Array.from({ length: 60 }, (_, index): [string, string] => [
			`BOMB${String(index)}`,
			`$BOMB${String(index + 1)}`.repeat(40),
		]),
	]);
	const expand = (text: string) => expandVariables(text, (name) => values.get(name));

	test.each<[text: string, expected: string | undefined, why: string]>([
		['golang:1.26', 'golang:1.26', 'no variable'],
		['golang:$GO', 'golang:1.26.5', 'a bare one'],
		['golang:${GO}-alpine', 'golang:1.26.5-alpine', 'one in braces'],
		['golang:$TAG', 'golang:1.26.5-alpine', 'one that has another'],
		['golang$EMPTY', 'golang', 'an empty one'],
		['golang:$UNKNOWN', undefined, 'one that is not known'],
		['golang:$$GO', undefined, 'a dollar that is meant'],
		['golang:$[[ inputs.go ]]', undefined, 'an input'],
		['$LOOP', undefined, 'one that has itself'],
		['$BOMB0', undefined, 'ones that multiply'],
	])('%s is %s: %s', (text, expected) => {
		expect(expand(text)).toBe(expected);
	});
});
