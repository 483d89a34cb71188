// A page made with React that has the reader from the package. `cargo xtask test npm` packs the package, checks the types of
// this page against it and bundles it.

import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { documents, type Document, type State, type StrategyReaderElement } from "strategy-reader";
import type {} from "strategy-reader/react";

function Page() {
  const [all, setAll] = useState<Document[]>([]);
  const [open, setOpen] = useState("nss-2025");
  const [state, setState] = useState<State>();
  const reader = useRef<StrategyReaderElement>(null);
  useEffect(() => {
    documents().then(setAll);
  }, []);
  return (
    <>
      <label>
        Document{" "}
        <select id="choice" value={open} onChange={(event) => setOpen(event.target.value)}>
          {all.map(({ id, editions }) => (
            <option key={id} value={id}>
              {editions[0]?.title}
            </option>
          ))}
        </select>
      </label>{" "}
      <button id="nato" onClick={() => reader.current?.goTo("nss-nato")}>
        Nato
      </button>
      <p id="place">{state?.anchor ?? "–"}</p>
      <strategy-reader
        ref={reader}
        document={open}
        section={open === "nss-2025" ? "nss-innledning" : undefined}
        lang="nb"
        heading-level={2}
        onstrategy-reader-place={(event) => setState(event.detail)}
      />
    </>
  );
}

const root = document.getElementById("app");
if (root) createRoot(root).render(<Page />);
