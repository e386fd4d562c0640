import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registryFiles } from '#model/registry-files.ts';
import { registryPath } from '#store/registry.ts';
import { checkout } from './checkout.ts';

const fileOf = (name: (typeof registryFiles)[number]) => join(checkout, registryPath[name]);

test.each(registryFiles.filter((name) => existsSync(fileOf(name))))(
	'%s names its schema in its first line, so that editors find it',
	(name) => {
		const [first] = readFileSync(fileOf(name), 'utf8').split('\n');
		expect(first).toBe(`# yaml-language-server: $schema=.schema/${name}.json`);
	},
);
