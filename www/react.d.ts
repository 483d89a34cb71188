// Lets React's types know the element: `import type {} from "strategy-reader/react"`, once, wherever you like.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  StrategyReaderAttributes,
  StrategyReaderElement,
  StrategyReaderEventMap,
} from "./strategy-reader.js";

type Own = DetailedHTMLProps<HTMLAttributes<StrategyReaderElement>, StrategyReaderElement>;

/** `onstrategy-reader-place={(event) => …}`, as React 19 has it for elements that it does not know. */
type Handlers = { [K in keyof StrategyReaderEventMap as `on${K}`]?: (event: StrategyReaderEventMap[K]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "strategy-reader": Omit<Own, keyof StrategyReaderAttributes> & StrategyReaderAttributes & Handlers;
    }
  }
}
