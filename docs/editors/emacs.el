;;; emacs.el --- IMR determination letters in Emacs  -*- lexical-binding: t -*-

;; Emacs 28 or later, with eglot or lsp-mode: load this file from your init file. Then open a letter and type `M-x eglot' or
;; `M-x lsp'. The server is found as `imr-language-server' on the PATH, unless `imr-server-command' names another command.

;;; Code:

(defvar imr-server-command '("imr-language-server" "--stdio")
  "Command that starts the language server, with its arguments.")

(define-derived-mode imr-mode text-mode "IMR"
  "Major mode for IMR determination letters.")

(add-to-list 'auto-mode-alist '("\\.imr\\(?:\\.txt\\)?\\'" . imr-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs `(imr-mode . ,(lambda (&rest _) imr-server-command))))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(imr-mode . "imr"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () imr-server-command))
    :activation-fn (lsp-activate-on "imr")
    :server-id 'imr)))

;;; emacs.el ends here
