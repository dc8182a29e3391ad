import { defineConfig } from 'tsup'
import { tables } from '../../data/build.ts'

export default defineConfig({
  entry: { fit: 'train/events/main.ts' },
  outDir: 'dist-train',
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  silent: true,
  esbuildPlugins: [tables()],
})
