// Opens the dialog, and defines a component with a reader in its own shadow root.

document.querySelector("#open").addEventListener("click", () => document.querySelector("#dialog").showModal());

class OtherComponent extends HTMLElement {
  connectedCallback() {
    const reader = document.createElement("strategy-reader");
    reader.id = "shadowed";
    for (const [name, value] of Object.entries({ document: "fss-2020", lang: "nb", "heading-level": "2" })) {
      reader.setAttribute(name, value);
    }
    this.attachShadow({ mode: "open" }).append(reader);
  }
}

customElements.define("other-component", OtherComponent);
