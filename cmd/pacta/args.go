package main

import "github.com/spf13/cobra"

// noArgs, minArgs and maxArgs are cobra's checks with our messages.
func noArgs(cmd *cobra.Command, args []string) error { return maxArgs(0)(cmd, args) }

func maxArgs(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return hint(invalid("%s: unexpected argument %q", cmd.Name(), args[n]), "See %s --help", cmd.CommandPath())
		}
		return nil
	}
}

func minArgs(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return hint(invalid("%s: %s is missing", cmd.Name(), what), "See %s --help", cmd.CommandPath())
		}
		return nil
	}
}

func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := minArgs(1, what)(cmd, args); err != nil {
			return err
		}
		return maxArgs(1)(cmd, args)
	}
}
