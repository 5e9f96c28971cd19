import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { App } from '@supabase/lite';
import { z } from 'zod';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;
type Body = Parameters<StorageAdapter['uploadObject']>[3];

const kept = z.object({ mimetype: z.string(), cacheControl: z.string(), eTag: z.string() });
const SIDE = '.meta';

const bytesOf = async (body: Body): Promise<Uint8Array> => {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

/**
 * Files of Storage in a folder, `<root>/<bucket>/<key>` with a side file for the headers. The library has such an adapter
 * but does not export it. Who may read or write what is decided by the policies on storage.objects, never here.
 */
export const createFolderStorage = (root: string): StorageAdapter => {
  const base = path.resolve(root);

  const fileOf = (bucket: string, key: string): string => {
    const file = path.resolve(base, bucket, key);
    if (!file.startsWith(path.join(base, bucket) + path.sep)) throw new Error('Invalid key');
    return file;
  };

  const headObject = async (bucket: string, key: string): Promise<Metadata> => {
    const file = fileOf(bucket, key);
    const [info, side] = await Promise.all([stat(file), readFile(file + SIDE, 'utf8')]);
    return { ...kept.parse(JSON.parse(side)), size: info.size, contentLength: info.size, lastModified: info.mtime, httpStatusCode: 200 };
  };

  const uploadObject: StorageAdapter['uploadObject'] = async (bucket, key, _version, body, mimetype, cacheControl) => {
    const [file, bytes] = [fileOf(bucket, key), await bytesOf(body)];
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    const eTag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    await writeFile(file + SIDE, JSON.stringify({ mimetype, cacheControl, eTag }));
    return headObject(bucket, key);
  };

  const deleteObject = async (bucket: string, key: string): Promise<void> => {
    const file = fileOf(bucket, key);
    await Promise.all([rm(file, { force: true }), rm(file + SIDE, { force: true })]);
  };

  const copyObject: StorageAdapter['copyObject'] = async (bucket, key, _version, toBucket, toKey) => {
    const [from, to] = [fileOf(bucket, key), fileOf(toBucket, toKey)];
    await mkdir(path.dirname(to), { recursive: true });
    await Promise.all([copyFile(from, to), copyFile(from + SIDE, to + SIDE)]);
    return headObject(toBucket, toKey);
  };

  return {
    driver: null,
    headObject,
    uploadObject,
    deleteObject,
    copyObject,
    getObject: async (bucket, key) => ({
      metadata: await headObject(bucket, key),
      httpStatusCode: 200,
      body: Readable.toWeb(createReadStream(fileOf(bucket, key))),
    }),
    deleteObjects: async (bucket, keys) => {
      await Promise.all(keys.map((key) => deleteObject(bucket, key)));
    },
    privateAssetUrl: (bucket, key) => Promise.resolve(`file://${fileOf(bucket, key)}`),
  };
};
