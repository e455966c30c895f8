package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"pacta/treatybase"
)

func (p *program) user() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "user",
		Short: "Say who may use the base from other machines",
		Long: `user manages the accounts of a base. On this machine pacta serve asks nobody for a
password; on any other address it lets in only those who have an account. A reader
reads, searches and asks; an editor also decides about records; an admin also
manages accounts in the browser.

A password is asked for, or read from standard input where that is no terminal; it
is never an argument, which other users of the machine could see.`,
		Example: `  pacta user add mira --role editor
  pacta user list
  pacta user password mira < secret.txt`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.userAdd(), p.userList(), p.userPassword(), p.userRole(), p.userRemove(), p.userLog())
	return cmd
}

// onAccount returns a command that changes the account named in its argument
// and notes it in the log.
func (p *program) onAccount(use, short, action string, do func(ctx context.Context, b *treatybase.Base, args []string) error) *cobra.Command {
	want := strings.Count(use, " ")
	return &cobra.Command{
		Use:   use,
		Short: short,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != want {
				return hint(invalid("%d arguments", len(args)), "Write it as: pacta user %s", use)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			b, err := p.open(ctx)
			if err != nil {
				return err
			}
			defer b.Close()
			if err := do(ctx, b, args); err != nil {
				return baseHint(err)
			}
			return baseHint(b.Audit(ctx, treatybase.AuditEntry{Who: me(), Action: action, About: strings.Join(args, ", ")}))
		},
	}
}

func (p *program) userAdd() *cobra.Command {
	var role string
	cmd := p.onAccount("add NAME", "Make an account", "added an account", func(ctx context.Context, b *treatybase.Base, args []string) error {
		password, err := p.password()
		if err != nil {
			return err
		}
		return b.AddAccount(ctx, args[0], role, password)
	})
	cmd.Flags().StringVar(&role, "role", treatybase.Reader, "`ROLE`: reader, editor or admin")
	return cmd
}

func (p *program) userPassword() *cobra.Command {
	return p.onAccount("password NAME", "Give an account another password", "set a password", func(ctx context.Context, b *treatybase.Base, args []string) error {
		password, err := p.password()
		if err != nil {
			return err
		}
		return b.SetPassword(ctx, args[0], password)
	})
}

func (p *program) userRole() *cobra.Command {
	return p.onAccount("role NAME ROLE", "Give an account another role", "changed a role", func(ctx context.Context, b *treatybase.Base, args []string) error {
		return b.SetRole(ctx, args[0], args[1])
	})
}

func (p *program) userRemove() *cobra.Command {
	return p.onAccount("remove NAME", "Remove an account; what was decided under its name stays", "removed an account", func(ctx context.Context, b *treatybase.Base, args []string) error {
		return b.RemoveAccount(ctx, args[0])
	})
}

func (p *program) userList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the accounts",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			all, err := b.Accounts(cmd.Context())
			if err != nil {
				return err
			}
			return printList(p, all, []string{"name", "role", "added", "last at work"}, func(a treatybase.Account) []string {
				return []string{a.Name, a.Role, a.Added, a.Seen}
			})
		},
	}
}

func (p *program) userLog() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "log",
		Short: "Show who came in, who was turned away and who changed accounts",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := p.open(cmd.Context())
			if err != nil {
				return err
			}
			defer b.Close()
			entries, _, err := b.AuditLog(cmd.Context(), limit, 0)
			if err != nil {
				return err
			}
			return printList(p, entries, []string{"when", "who", "what", "about", "from"}, func(e treatybase.AuditEntry) []string {
				return []string{e.At, e.Who, e.Action, e.About, e.Address}
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 100, "show the newest `N` entries")
	return cmd
}

// printList prints xs as JSON, one a line, or as the cells that row makes of them.
func printList[T any](p *program, xs []T, header []string, row func(T) []string) error {
	if p.json {
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		for _, x := range xs {
			if err := e.Encode(x); err != nil {
				return err
			}
		}
		return nil
	}
	var rows [][]string
	for _, x := range xs {
		rows = append(rows, row(x))
	}
	if len(rows) > 0 {
		p.table(header, rows)
	}
	return nil
}

// me is who the log names for what was done on the command line.
func me() string {
	name, err := userName()
	if err != nil {
		return "somebody at this machine"
	}
	return name
}

// password asks for a password without showing it, twice, or reads the first
// line of standard input where that is no terminal.
func (p *program) password() (string, error) {
	f, ok := p.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(p.in).ReadString('\n')
		if line == "" && err != nil {
			return "", hint(invalid("no password on standard input"), "Type it at a terminal, or write: pacta user … < FILE")
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	first, err := p.hidden(f, "Password: ")
	if err != nil {
		return "", err
	}
	again, err := p.hidden(f, "The same again: ")
	if err == nil && first != again {
		err = invalid("the two passwords differ")
	}
	return first, err
}

func (p *program) hidden(f *os.File, prompt string) (string, error) {
	fmt.Fprint(p.err, prompt)
	defer fmt.Fprintln(p.err)
	b, err := term.ReadPassword(int(f.Fd()))
	return string(b), err
}
