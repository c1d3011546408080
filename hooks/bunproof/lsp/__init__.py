"""What an editor sees: the findings in open buffers, saved or not. Needs the extra `bunproof[lsp]`."""
