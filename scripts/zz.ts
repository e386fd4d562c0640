import { writeTwins } from './markdown-twins.ts';
await writeTwins({root: process.cwd(), folder:'dist', base:''});
